/**
 * ONNX models as far as folding looks into them (onnx.proto, IR version 3 to 13). What it does not look into passes through as
 * bytes: a field that is a message is read and written as `bytes`, which have the same wire format.
 */
import protobuf from 'protobufjs/light.js';

export interface OnnxTensor {
  dims: number[];
  dataType: number;
  rawData: Uint8Array;
}

export interface OnnxAttribute {
  name: string;
  type: number;
  f?: number;
  ints?: number[];
  t?: OnnxTensor;
}

export interface OnnxNode {
  input: string[];
  output: string[];
  name: string;
  opType: string;
  attribute: OnnxAttribute[];
}

export interface OnnxModel {
  graph: { node: OnnxNode[]; input: Uint8Array[]; output: Uint8Array[]; initializer: OnnxTensor[] };
}

const field = (id: number, type: string, rule?: 'repeated') => ({ id, type, ...(rule ? { rule } : {}) });
const { Model } = protobuf.Root.fromJSON({
  nested: {
    Tensor: {
      fields: {
        dims: field(1, 'int64', 'repeated'),
        dataType: field(2, 'int32'),
        floatData: field(4, 'float', 'repeated'),
        int32Data: field(5, 'int32', 'repeated'),
        int64Data: field(7, 'int64', 'repeated'),
        name: field(8, 'string'),
        rawData: field(9, 'bytes'),
      },
    },
    Attribute: {
      fields: {
        name: field(1, 'string'),
        f: field(2, 'float'),
        i: field(3, 'int64'),
        s: field(4, 'bytes'),
        t: field(5, 'Tensor'),
        g: field(6, 'bytes'),
        floats: field(7, 'float', 'repeated'),
        ints: field(8, 'int64', 'repeated'),
        strings: field(9, 'bytes', 'repeated'),
        type: field(20, 'int32'),
      },
    },
    Node: {
      fields: {
        input: field(1, 'string', 'repeated'),
        output: field(2, 'string', 'repeated'),
        name: field(3, 'string'),
        opType: field(4, 'string'),
        attribute: field(5, 'Attribute', 'repeated'),
        domain: field(7, 'string'),
      },
    },
    Graph: {
      fields: {
        node: field(1, 'Node', 'repeated'),
        name: field(2, 'string'),
        initializer: field(5, 'Tensor', 'repeated'),
        input: field(11, 'bytes', 'repeated'),
        output: field(12, 'bytes', 'repeated'),
      },
    },
    Model: {
      fields: {
        irVersion: field(1, 'int64'),
        graph: field(7, 'Graph'),
        opsetImport: field(8, 'bytes', 'repeated'),
      },
    },
  },
}).nested as { Model: protobuf.Type };

/** @throws Error for bytes that are no model */
export const readModel = (bytes: Uint8Array): OnnxModel => Model.decode(bytes) as unknown as OnnxModel;

export const writeModel = (model: OnnxModel): Uint8Array =>
  Model.encode(model as unknown as Parameters<typeof Model.encode>[0]).finish();
