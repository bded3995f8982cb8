"""Write networks as ONNX graphs with eight-bit weights."""

import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process


def export(network: torch.nn.Module, inputs: list[str], outputs: list[str], path: Path) -> None:
    """Write the network as float ONNX; every input is a whole-number array [batch, pieces]."""
    network.eval()
    examples = tuple(torch.ones(2, 7, dtype=torch.int64) for _ in inputs)
    batch, pieces = torch.export.Dim("batch"), torch.export.Dim("pieces", max=512)
    program = torch.onnx.export(
        network,
        examples,
        dynamo=True,
        input_names=inputs,
        output_names=outputs,
        dynamic_shapes=tuple({0: batch, 1: pieces} for _ in inputs),
        external_data=False,
        verbose=False,
    )
    if program is None:
        raise RuntimeError("torch exported nothing")
    program.save(str(path))


def quantise(source: Path, target: Path, *, seven_bits: bool = False) -> None:
    """Write eight-bit weights for products and look-ups; values between layers are scaled at run
    time.

    With `seven_bits` no weight uses the eighth: then no sum of two products is too large for the 16
    bits that processors without VNNI have for it, and these get the same results.
    """
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.onnx"
        quant_pre_process(str(source), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready),
            str(target),
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=seven_bits,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            extra_options={"MatMulConstBOnly": True},
        )
    graph = onnx.load(str(target))
    forget_origins(graph)
    onnx.save(graph, str(target))
    onnx.checker.check_model(str(target))


def forget_origins(graph: onnx.ModelProto) -> None:
    """Take out where in the code each step comes from: those are places on one machine."""
    del graph.metadata_props[:]
    for part in (
        *graph.graph.node,
        *graph.graph.value_info,
        *graph.graph.input,
        *graph.graph.output,
    ):
        part.doc_string = ""
        del part.metadata_props[:]
    del graph.graph.metadata_props[:]


def restore(source: Path) -> dict[str, torch.Tensor]:
    """The weights of an eight-bit graph that `quantise` wrote, as a float state of its network."""
    graph = onnx.load(str(source)).graph
    stored = {one.name: onnx.numpy_helper.to_array(one) for one in graph.initializer}
    users = {name: node for node in graph.node for name in node.input}
    state = {name: value for name, value in stored.items() if name.endswith((".weight", ".bias"))}
    state |= {name: stored[name] for name in stored if name.endswith("encoder.kind")}
    for name, whole in stored.items():
        if not name.endswith("_quantized"):
            continue
        own = name.removesuffix("_quantized")
        offset = stored[f"{own}_zero_point"].astype(np.float32)
        value = (whole.astype(np.float32) - offset) * stored[f"{own}_scale"]
        if own.endswith(".weight"):
            state[own] = value
            continue
        node = users[name]
        while not (bias := [one for one in node.input if one.endswith(".bias")]):
            node = users[node.output[0]]
        state[bias[0].removesuffix("bias") + "weight"] = value.T
    return {name: torch.tensor(value, dtype=torch.float32) for name, value in state.items()}
