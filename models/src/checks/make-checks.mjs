// Makes the stored answers that conversions are checked against: runs each net in TensorFlow.js on a picture from
// picture.mjs, and writes some of its numbers and the sums of all. See README.md.
//
//     node make-checks.mjs FOLDER_WITH_THE_NETS FOLDER_TO_WRITE [net...]

import fs from 'node:fs';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { draw } from './picture.mjs';

const NETS = {
  'nanodet': { scene: 'people', width: 416, height: 416, input: 'planes' },
  'movenet-thunder': { scene: 'person', width: 256, height: 256, input: 'whole' },
  'movenet-lightning': { scene: 'person', width: 192, height: 192, input: 'whole' },
  'movenet-multipose': { scene: 'people', width: 448, height: 256, input: 'whole' },
  'handdetect': { scene: 'hand', width: 256, height: 256, input: 'unit' },
  'handlandmark-full': { scene: 'hand', width: 224, height: 224, input: 'unit' },
  'handlandmark-lite': { scene: 'hand', width: 224, height: 224, input: 'unit' },
};

const MEANS = [103.53, 116.28, 123.675]; // of blue, green, red
const DEVIATIONS = [57.375, 57.12, 58.395];
const ALL = 400; // an output of so many numbers is stored whole
const SPREAD = 100; // else so many at even distances,
const LARGEST = 60; // and so many that are farthest from the output's median

function tensor(spec, pixels) {
  const { width, height } = spec;
  if (spec.input === 'whole') {
    return tf.tensor4d(Int32Array.from(pixels), [1, height, width, 3], 'int32');
  }
  if (spec.input === 'unit') {
    return tf.tensor4d(Float32Array.from(pixels, (p) => p / 255), [1, height, width, 3]);
  }
  const planes = new Float32Array(pixels.length);
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < 3; c++) {
      planes[c * width * height + i] = (pixels[i * 3 + 2 - c] - MEANS[c]) / DEVIATIONS[c];
    }
  }
  return tf.tensor4d(planes, [1, 3, height, width]);
}

function answer(output, numbers) {
  const positions = new Set();
  if (numbers.length <= ALL) {
    numbers.forEach((_, i) => positions.add(i));
  } else {
    for (let i = 0; i < SPREAD; i++) positions.add(Math.floor(i * numbers.length / SPREAD));
    const median = Float32Array.from(numbers).sort()[numbers.length >> 1];
    const far = Array.from(numbers.keys());
    far.sort((a, b) => Math.abs(numbers[b] - median) - Math.abs(numbers[a] - median) || a - b);
    far.slice(0, LARGEST).forEach((i) => positions.add(i));
  }
  const sorted = [...positions].sort((a, b) => a - b);
  let sum = 0;
  let sumOfMagnitudes = 0;
  for (const n of numbers) {
    sum += n;
    sumOfMagnitudes += Math.abs(n);
  }
  return {
    shape: output.shape,
    sum: Number(sum.toPrecision(12)),
    sumOfMagnitudes: Number(sumOfMagnitudes.toPrecision(12)),
    positions: sorted.length === numbers.length ? [] : sorted,
    numbers: sorted.map((i) => Number(numbers[i].toPrecision(9))),
  };
}

async function check(folder, name, spec) {
  const json = JSON.parse(fs.readFileSync(path.join(folder, `${name}.json`), 'utf8'));
  const bytes = fs.readFileSync(path.join(folder, `${name}.bin`));
  const model = await tf.loadGraphModel(tf.io.fromMemory({
    modelTopology: json.modelTopology,
    format: json.format,
    signature: json.signature,
    weightSpecs: json.weightsManifest.flatMap((group) => group.weights),
    weightData: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
  }));
  const pixels = draw(spec.scene, spec.width, spec.height);
  const input = tensor(spec, pixels);
  const names = Object.values(json.signature.outputs).map((o) => o.name.replace(/:0$/, ''));
  names.sort((a, b) => Number(a.split('_')[1] ?? 0) - Number(b.split('_')[1] ?? 0));
  const outputs = await model.executeAsync({ [model.inputs[0].name]: input }, names);
  const list = Array.isArray(outputs) ? outputs : [outputs];
  const stored = { net: name, madeWith: `@tensorflow/tfjs ${tf.version.tfjs}, backend ${tf.getBackend()}`, ...spec };
  stored.pixelSum = pixels.reduce((sum, p, i) => (sum + p * (i % 251 + 1)) % 1000000007, 0);
  stored.outputs = [];
  for (let i = 0; i < list.length; i++) {
    const numbers = await list[i].data();
    if (process.env.RAW) fs.writeFileSync(path.join(process.env.RAW, `${name}-${i}.f32`), new Uint8Array(numbers.slice().buffer));
    stored.outputs.push(answer(list[i], numbers));
  }
  return stored;
}

const [folder, target, ...wanted] = process.argv.slice(2);
await tf.setBackend('cpu');
await tf.ready();
for (const [name, spec] of Object.entries(NETS)) {
  if (wanted.length && !wanted.includes(name)) continue;
  const stored = await check(folder, name, spec);
  // a list a line, so that the file can be read and compared
  const text = JSON.stringify(stored, null, 1).replace(/\[[^\[\]{}]*\]/g, (list) => list.replace(/\s+/g, ''));
  fs.writeFileSync(path.join(target, `${name}.json`), text + '\n');
  console.log(name, stored.outputs.map((o) => `${o.shape} sum ${o.sum}`).join('; '));
}
