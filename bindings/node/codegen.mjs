// Types of a JSON Schema: `npm run codegen -- SCHEMA OUT`. The same schema always gives the same bytes.

import { readFileSync, writeFileSync } from 'node:fs';
import { compile } from 'json-schema-to-typescript';

const BANNER = `// @generated from the JSON Schema by \`npm run codegen\`. Do not edit.

/** An instant: RFC 3339 in UTC, such as \`2026-11-11T08:00:00Z\`. */
export type Instant = string;

/** An exact decimal number, such as \`"19.90"\`. Never a number: those are binary and would not be exact. */
export type Decimal = string;
`;

/** Formats of strings that have a name of their own in the types. */
const FORMATS = { 'date-time': 'Instant', decimal: 'Decimal' };

const OPTIONS = {
  additionalProperties: false,
  bannerComment: BANNER,
  format: true,
  ignoreMinAndMaxItems: true,
  strictIndexSignatures: false,
  style: { printWidth: 120, singleQuote: true },
  unreachableDefinitions: true,
};

/** Names definitions by their keys and formats by their types, and takes null out of fields that may be left out. */
function prepare(schema, key) {
  if (Array.isArray(schema)) return schema.map((item) => prepare(item));
  if (schema === null || typeof schema !== 'object') return schema;
  if (schema.$ref) {
    // By name: resolved, a reference with a description of its own would become a second type.
    return { tsType: schema.$ref.replace('#/$defs/', ''), description: schema.description };
  }
  const prepared = {};
  for (const [name, value] of Object.entries(schema)) {
    if (name === '$defs' || name === 'properties') {
      const named = Object.entries(value).map(([field, type]) => {
        const optional = name === 'properties' && !schema.required?.includes(field);
        return [field, prepare(optional ? withoutNull(type) : type, name === '$defs' ? field : undefined)];
      });
      prepared[name] = Object.fromEntries(named);
    } else {
      prepared[name] = prepare(value);
    }
  }
  // A title elsewhere would make a type of its own where the schema has none.
  if (key === undefined) delete prepared.title;
  else prepared.title = key;
  if (prepared.type === 'string' && FORMATS[prepared.format]) prepared.tsType = FORMATS[prepared.format];
  return prepared;
}

/** The core leaves absent fields out; it never writes null for them. */
function withoutNull(type) {
  if (Array.isArray(type.type)) {
    const kept = type.type.filter((one) => one !== 'null');
    return { ...type, type: kept.length === 1 ? kept[0] : kept };
  }
  const options = type.anyOf?.filter((option) => option.type !== 'null');
  if (options?.length !== 1) return type;
  const { anyOf, ...rest } = type;
  return { ...options[0], ...rest };
}

/** Every field and every array is read-only: what the engine answered is what happened. */
function readonly(text) {
  let inComment = false;
  const lines = text.split('\n').map((line) => {
    if (line.trimStart().startsWith('/*')) inComment = true;
    if (inComment) {
      if (line.includes('*/')) inComment = false;
      return line;
    }
    return line
      .replace(/^(\s+)((?:'[^']+'|[\w$]+)\??: |\[\w+: string\]: )/, '$1readonly $2')
      .replace(/(: )([\w$]+\[\])/g, '$1readonly $2')
      .replace(/(: )(\([^()]*\)\[\])/g, '$1readonly $2');
  });
  return lines.join('\n');
}

const [source, out] = process.argv.slice(2);
if (!source || !out) {
  console.error('usage: npm run codegen -- SCHEMA OUT');
  process.exit(2);
}
const schema = prepare(JSON.parse(readFileSync(source, 'utf8')), 'WireTypes');
const text = await compile(schema, 'WireTypes', OPTIONS);
writeFileSync(out, readonly(text.replace(/(?: \*\n)? \* This interface was referenced by .*\n \* via the `definition` .*\n/g, '')));
