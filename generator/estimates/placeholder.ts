/** The inside of a pair of braces in, its formula, unit and scenario out. */

export type Scenario = 'low' | 'expected' | 'high';

export interface Placeholder {
  formula: string;
  unit?: string;
  scenario?: 'low' | 'high';
}

/** Reads `formula`, `formula in unit`, `formula@low`, and both in either order. */
export function parsePlaceholder(inside: string): Placeholder {
  const marked = /^(.*?)@(low|high)\b(.*)$/s.exec(inside);
  const scenario = marked?.[2] === 'low' ? 'low' : marked?.[2] === 'high' ? 'high' : undefined;
  const rest = marked ? `${marked[1]}${marked[3]}` : inside;
  const asked = /^(.*\S)\s+in\s+(\S.*?)\s*$/s.exec(rest);
  return {
    formula: asked?.[1] ?? rest.trimEnd(),
    ...(asked?.[2] === undefined ? {} : { unit: asked[2] }),
    ...(scenario === undefined ? {} : { scenario }),
  };
}
