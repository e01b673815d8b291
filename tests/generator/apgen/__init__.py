"""Generator of fictional invoices for tests: see generate.py."""
