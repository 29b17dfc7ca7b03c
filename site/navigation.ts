/** What the navigation lists: only what exists in this pack. */
import { documentsOf, pack } from './pack.ts';

export interface Section {
  title: string;
  path: string;
  /** Pages of the section, for its own menu. */
  pages: { title: string; path: string }[];
}

const roundTitle = (id: string) => pack.rounds.find((r) => r.id === id)?.title ?? id;

function section(title: string, path: string, pages: Section['pages'] = []): Section {
  return { title, path, pages };
}

const rounds = documentsOf('guide').map((d) => ({ title: roundTitle(d.subject), path: d.path }));
const panel = documentsOf('interviewer').map((d) => ({ title: d.title, path: d.path }));
const sheets = documentsOf('cheat-sheet').map((d) => ({ title: roundTitle(d.subject), path: d.path }));

export const sections: Section[] = [
  section('Overview', '/'),
  section('Today', '/today/'),
  section('Schedule', '/schedule/'),
  section('Drill', '/drill/'),
  ...(rounds[0] ? [section('Rounds', rounds[0].path, rounds)] : []),
  ...(panel[0] ? [section('Panel', panel[0].path, panel)] : []),
  ...(sheets[0] ? [section('Cheat sheets', sheets[0].path, sheets)] : []),
  section('Problems', '/problems/'),
  section('Patterns', '/patterns/'),
  section('Pivots', '/pivots/'),
  section('Audience', '/audience/'),
];

/** The section that a path belongs to. */
export function sectionOf(path: string): Section | undefined {
  const first = `/${path.split('/')[1] ?? ''}/`;
  return (
    sections.find((s) => s.path === path || s.pages.some((p) => p.path === path)) ??
    sections.find((s) => s.path !== '/' && s.path.startsWith(first))
  );
}
