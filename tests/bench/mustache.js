// node mustache.js PACKAGE TEMPLATE DATA OUTPUT: milliseconds of 10,000 renderings by mustache.js, its template cached.
const fs = require("fs");
const [, , path, template, data, output] = process.argv;
const Mustache = require(path);
const source = fs.readFileSync(template, "utf8");
const values = JSON.parse(fs.readFileSync(data, "utf8"));
const rounds = [];

Mustache.parse(source);
for (let round = 0; round < 15; round++) {
	const from = process.hrtime.bigint();
	for (let i = 0; i < 10000; i++) Mustache.render(source, values);
	rounds.push(Number(process.hrtime.bigint() - from) / 1e6);
}
fs.writeFileSync(output, Mustache.render(source, values));
console.log(Math.min(...rounds).toFixed(3));
