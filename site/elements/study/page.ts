/** A schedule page: opens the room, draws the view into its element, says what happened, and listens. */

import type { Study } from '../../state/study.ts';
import type { Html } from '../../views/html.ts';
import { type Acts, listen } from './acts.ts';
import { draw } from './draw.ts';
import { openRoom, type Room, said } from './room.ts';
import { startPlanner } from './start-planner.ts';

export interface PageParts {
  view(study: Study, room: Room): Html | Promise<Html>;
  acts(room: Room): Acts;
}

/** The host holds `[data-region=view]`, written at build, and `[data-region=status]`, which is read out when it changes. */
export async function openPage(host: HTMLElement, parts: PageParts): Promise<void> {
  const view = region(host, 'view');
  const speaker = speakerOf(host);
  const again = (room: Room) => void room.replan().drawn.catch((error) => speaker.alarm(said(error)));
  try {
    let idle = () => Promise.resolve();
    const room: Room = await openRoom(
      {
        alarm: speaker.alarm,
        idle: () => idle(),
        draw: async (study) => {
          const html = await parts.view(study, room);
          // A view that waited for something must not overwrite a newer one.
          if (study === room.study()) show(html);
        },
      },
      startPlanner(),
    );
    const show = (html: Html) => {
      const inside = view.contains(document.activeElement);
      draw(view, html);
      // What was pressed may be gone with the entry that it stood in.
      if (inside && document.activeElement === document.body) region(host, 'status').focus();
    };
    await room.redraw();
    idle = listen(host, parts.acts(room), speaker).idle;
    // A laptop that is opened again the next morning finds another day.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') again(room);
    });
    // The minutes of what is under way, and midnight.
    setInterval(() => {
      if (document.visibilityState === 'visible' && room.study().sitting) again(room);
    }, 60_000);
    host.dataset.ready = 'true';
  } catch (error) {
    speaker.alarm(
      `This page cannot keep a history here: ${said(error)} What is shown is the plan as it was built.`,
    );
  }
}

function speakerOf(host: HTMLElement) {
  const status = region(host, 'status');
  const speak = (message: string, alarming: boolean) => {
    status.textContent = message;
    status.classList.toggle('alarm', alarming);
  };
  return { say: (message: string) => speak(message, false), alarm: (why: string) => speak(why, true) };
}

export function region(host: HTMLElement, name: string): HTMLElement {
  const found = host.querySelector<HTMLElement>(`[data-region="${name}"]`);
  if (!found) throw new Error(`the page lacks its region ${name}`);
  return found;
}
