/** Lens names as small tags. */
import type { PhrasingContent } from 'mdast';
import type { LensId } from '../../model/ids.ts';
import type { Pack } from '../../model/pack.ts';
import { span, text } from '../nodes.ts';

export function lensTags(lenses: readonly LensId[], pack: Pack): PhrasingContent[] {
  return lenses
    .slice(0, 3)
    .flatMap((id, i) => [
      ...(i ? [text(' ')] : []),
      span('tag', pack.lenses.find((l) => l.id === id)?.title ?? id),
    ]);
}
