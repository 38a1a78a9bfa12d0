"""A question answered on this machine: a small helper, a real model if one runs here, and a watch."""
