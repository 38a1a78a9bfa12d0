"""A simulated AI company on SQLite: what opting out, asking for access and deleting do to each table.

All state is in the connection that `open_company` returns; the day is passed in. Nothing here is modelled on
one real firm. How long each place keeps things is set in `clock`.
"""
