// chrono-node over the same articles, to hold the program against: counts what it finds and dates.
// `node chrono_pass.mjs FOLDER FILE`: FOLDER holds node_modules with chrono-node, FILE is JSON Lines.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [folder, file] = process.argv.slice(2);
const chrono = createRequire(folder + "/")("chrono-node");

let found = 0;
for (const line of readFileSync(file, "utf8").split("\n")) {
  if (!line) continue;
  const { text, published } = JSON.parse(line);
  found += chrono.parse(text, published ? new Date(published) : undefined).length;
}
console.log(found);
