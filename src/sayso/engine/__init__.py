"""Extraction of many documents: in one process (`serial`) or several (`processes`, the entry).

Documents go in, their facts come out in the same order.
"""
