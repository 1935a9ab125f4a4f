// node pdfjs.mjs FOLDER < FILE.pdf: the text of each page as pdf.js gives it to Firefox, a JSON list of strings.
// FOLDER holds the package pdfjs-dist; `.ci/try-readers` fetches it.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

// What it asks of a browser or of a newer node before any text is read.
for (const name of ["DOMMatrix", "ImageData", "Path2D"]) globalThis[name] ??= class {};
Promise.withResolvers ??= function () {
  const out = {};
  out.promise = new this((settle, fail) => Object.assign(out, { resolve: settle, reject: fail }));
  return out;
};

const { getDocument } = await import(pathToFileURL(resolve(process.argv[2], "legacy/build/pdf.mjs")));
const pdf = await getDocument({ data: new Uint8Array(readFileSync(0)), verbosity: 0 }).promise;
const pages = [];
for (let number = 1; number <= pdf.numPages; number++) {
  const { items } = await (await pdf.getPage(number)).getTextContent();
  pages.push(items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join(""));
}
process.stdout.write(JSON.stringify(pages));
