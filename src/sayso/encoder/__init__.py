"""The one neural model: texts to tags and to vectors."""

import os

# From version 1.29 on, onnxruntime keeps a count of what it runs and sends it to its maker, unless this
# stands in the environment before it is first imported. sayso sends nothing anywhere.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
