import {
  parse,
  Visitor,
  type Attribute,
  type Message,
  type VariableReference,
} from '@fluent/syntax';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const LOCALES = fileURLToPath(new URL('../../../../assets/locales', import.meta.url));
const SOURCES = fileURLToPath(new URL('../..', import.meta.url));

/** Catalogues that Rust reads; the window may too, but need not. */
const OF_RUST = new Set([
  'print.ftl',
  'format.ftl',
  'import.ftl',
  'errors.ftl',
  'cli.ftl',
  'documents.ftl',
  'moments.ftl',
  'sending.ftl',
]);

/** What Rust reads in a catalogue of the window. */
const KEYS_OF_RUST = /^(verify-problem|notice)-/;

/** Variables by key of one language; `ours` holds the keys the window alone uses. */
function readLanguage(locale: string) {
  const variables = new Map<string, string[]>();
  const ours = new Set<string>();
  for (const file of readdirSync(join(LOCALES, locale))) {
    const resource = parse(readFileSync(join(LOCALES, locale, file), 'utf8'), {});
    for (const entry of resource.body) {
      if (entry.type === 'Junk') throw new Error(`${locale}/${file}: ${entry.content}`);
      if (entry.type !== 'Message') continue;
      const message = entry as Message;
      const parts: [string, Message | Attribute][] = message.attributes.map((attribute) => [
        `${message.id.name}.${attribute.id.name}`,
        attribute,
      ]);
      if (message.value) parts.push([message.id.name, message]);
      for (const [key, node] of parts) {
        if (variables.has(key)) throw new Error(`${locale}: ${key} is defined twice`);
        variables.set(key, variablesOf(node));
        if (!OF_RUST.has(file) && !KEYS_OF_RUST.test(key)) ours.add(key);
      }
    }
  }
  return { variables, ours };
}

function variablesOf(node: Message | Attribute): string[] {
  const names = new Set<string>();
  class Names extends Visitor {
    visitVariableReference(reference: VariableReference) {
      names.add(reference.id.name);
    }
  }
  if (node.value) new Names().visit(node.value);
  return [...names].sort();
}

function sourceFiles(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.(svelte|ts)$/.test(entry.name) && !/\.test\.ts$/.test(entry.name) ? [path] : [];
  });
}

const english = readLanguage('en');
const code = sourceFiles(SOURCES).map((path) => ({ path, text: readFileSync(path, 'utf8') }));

describe('catalogues', () => {
  for (const locale of ['ru', 'hu']) {
    it(`${locale} says what English says, with the same values`, () => {
      const other = readLanguage(locale);
      expect([...other.variables.keys()].sort()).toEqual([...english.variables.keys()].sort());
      for (const [key, variables] of english.variables) {
        expect(other.variables.get(key), key).toEqual(variables);
      }
    });
  }

  it('hold every key the code asks for', () => {
    const missing = code.flatMap(({ path, text }) =>
      [...text.matchAll(/\bt\(\s*'([^']+)'/g)]
        .map((match) => match[1]!)
        .filter((key) => !english.variables.has(key))
        .map((key) => `${key} (${path})`),
    );
    expect(missing).toEqual([]);
  });

  it('hold no key the code does not ask for', () => {
    const quoted = new Set(
      code.flatMap(({ text }) => [...text.matchAll(/['"]([a-z][\w.-]*)['"]/gi)].map((m) => m[1]!)),
    );
    expect([...english.ours].filter((key) => !quoted.has(key))).toEqual([]);
  });

  it('are asked with keys that stand in the code', () => {
    const built = code.filter(({ text }) => /\bt\(\s*`/.test(text)).map(({ path }) => path);
    expect(built).toEqual([]);
  });
});
