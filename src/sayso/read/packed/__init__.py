"""Files that hold other files: gzip, zip, WARC and WACZ.

In comes a material; out come the readings of the files in it, each read by the reader of its own
format. Nothing is unpacked to a folder, and a name in an archive is a label, never a path. Read
`warc.py` first; `../unpacking.py` says how much an archive may become.
"""
