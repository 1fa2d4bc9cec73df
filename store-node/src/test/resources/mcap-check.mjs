// Reads an MCAP file with the reference reader: node mcap-check.mjs FILE NODE_MODULES
import { createRequire } from "node:module";
import { open, readFile } from "node:fs/promises";

const [file, modules] = process.argv.slice(2);
const { McapIndexedReader, McapStreamReader } = createRequire(modules + "/")("@mcap/core");
const handle = await open(file, "r");
const readable = {
  size: async () => BigInt((await handle.stat()).size),
  read: async (offset, length) => {
    const bytes = new Uint8Array(Number(length));
    await handle.read(bytes, 0, Number(length), Number(offset));
    return bytes;
  },
};
const text = (bytes) => new TextDecoder().decode(bytes);
const reader = await McapIndexedReader.Initialize({ readable });
const topics = {};
let count = 0n;
let last = 0n;
for await (const message of reader.readMessages()) {
  const channel = reader.channelsById.get(message.channelId);
  const schema = reader.schemasById.get(channel.schemaId);
  const json = JSON.parse(text(message.data));
  JSON.parse(text(schema.data));
  topics[channel.topic + " " + schema.name] = (topics[channel.topic + " " + schema.name] ?? 0) + 1;
  if (message.logTime < last) throw new Error("times go back on " + channel.topic);
  if (json.timestamp) {
    const nanos = BigInt(json.timestamp.sec) * 1000000000n + BigInt(json.timestamp.nsec);
    if (nanos !== message.logTime) throw new Error("another time inside " + channel.topic);
  }
  last = message.logTime;
  count++;
}
if (count !== reader.statistics.messageCount) throw new Error("statistics count differently");
const stream = new McapStreamReader({ validateCrcs: true });
stream.append(await readFile(file));
let streamed = 0n;
for (let record; (record = stream.nextRecord()); ) streamed += record.type === "Message" ? 1n : 0n;
if (!stream.done() || streamed !== count) throw new Error("read from the front it differs");
for (const topic of Object.keys(topics).sort()) console.log(topic + " " + topics[topic]);
