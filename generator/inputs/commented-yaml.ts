/** Keys and values with comments in, YAML text out: the files that people go on writing by hand. */
import { Document, isCollection, isPair, isScalar, Scalar, visit } from 'yaml';

/** A key with its value, or lines to uncomment when wanted. */
export type YamlBlock =
  | { key: string; value: unknown; comment?: string; isShort?: boolean }
  | { example: string; comment?: string };

/** One block after the other. `isShort` writes lists and maps in one line. */
export function commentedYaml(blocks: readonly YamlBlock[]): string {
  return blocks.map(writeBlock).join('');
}

function writeBlock(block: YamlBlock): string {
  const comment = block.comment === undefined ? '' : hashed(block.comment);
  if ('example' in block) return comment + hashed(block.example);
  const document = new Document({ [block.key]: block.value });
  visit(document, {
    Scalar: (_key, node) => {
      // Times of day: other YAML readers take 10:00 for a number.
      if (isScalar(node) && typeof node.value === 'string' && /^\d\d?:\d\d$/.test(node.value))
        node.type = Scalar.QUOTE_DOUBLE;
    },
    Collection: (key, node, path) => {
      if (!isCollection(node)) return;
      const isFlat = node.items.every((item) => isScalar(isPair(item) ? item.value : item));
      const isInner = path.length > 3 && key === 'value' && isFlat;
      node.flow = path.length > 1 && (block.isShort === true || node.items.length === 0 || isInner);
    },
  });
  const flowCollectionPadding = !Array.isArray(block.value);
  return comment + document.toString({ lineWidth: block.isShort ? 0 : 110, flowCollectionPadding });
}

function hashed(text: string): string {
  return text
    .split('\n')
    .map((line) => `# ${line}`.trimEnd().concat('\n'))
    .join('');
}
