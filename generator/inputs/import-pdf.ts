/** A PDF's bytes in, its text as Markdown in reading order out: columns are told apart by where the text stands. */
import { getDocumentProxy } from 'unpdf';
import type { ImportedText } from './import-text.ts';
import { type PageItem, readPages } from './page-columns.ts';

/** Nobody's bio is longer; a book would only slow the reading down. */
const mostPages = 20;

export type PdfRead =
  | { ok: true; imported: ImportedText }
  | { ok: false; found: string; expected: string; mend: string };

/** Fails for a file that is damaged, locked or only pictures. Scripts and forms inside are never run. */
export async function importPdf(bytes: Uint8Array): Promise<PdfRead> {
  let pages: PageItem[][];
  let left = 0;
  let title: string | undefined;
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    left = Math.max(0, pdf.numPages - mostPages);
    pages = [];
    for (let number = 1; number <= Math.min(pdf.numPages, mostPages); number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      pages.push(
        items.flatMap((item): PageItem[] => {
          if (!('str' in item)) return [];
          const [a = 0, b = 0, , , x = 0, y = 0] = item.transform.map(Number);
          // Turned text is decoration: a watermark, a ribbon.
          if (Math.abs(b) > Math.abs(a)) return [];
          return [{ text: item.str, x, y, width: item.width, size: Math.hypot(a, b) || item.height }];
        }),
      );
    }
    title = titleOf((await pdf.getMetadata()).info);
    await pdf.loadingTask.destroy();
  } catch (fault) {
    const locked = fault instanceof Error && fault.name === 'PasswordException';
    return {
      ok: false,
      found: locked ? 'a PDF that asks for a password' : 'a PDF that cannot be read',
      expected: 'an open, whole PDF',
      mend: locked
        ? 'Save it without the password, or paste its text: panelprep import bio -'
        : 'Export it again, or paste its text: panelprep import bio -',
    };
  }
  const { text, names, links } = readPages(pages);
  if (!/\p{L}{2}/u.test(text))
    return {
      ok: false,
      found: 'a PDF without text',
      expected: 'a PDF whose words can be selected',
      mend: 'It is probably a scan: copy the words by hand and paste them: panelprep import bio -',
    };
  return {
    ok: true,
    imported: {
      text,
      names: [...names, ...(title ? [title] : [])],
      links,
      notes: left > 0 ? [`${left} pages beyond the first ${mostPages} were left out.`] : [],
    },
  };
}

function titleOf(info: object): string | undefined {
  const title: unknown = Reflect.get(info, 'Title');
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : undefined;
}
