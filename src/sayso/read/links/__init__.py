"""Reports at addresses that a person named: fetched once, with care, and nothing else with them.

In comes an address, out comes a material. Read `fetching.py` first. `addresses.py` says to which
machines a connection may be made, and `network.py` makes it to those alone.
"""
