"""Tests: a package only so that `python -m tests.agreement` finds its own."""
