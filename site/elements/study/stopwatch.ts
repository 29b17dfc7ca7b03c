/** Seconds of attention: it stands still while the page is out of sight. */

/** Longer on one card is a cup of coffee. */
const mostSeconds = 300;

export interface Stopwatch {
  restart(): void;
  /** Since it was restarted, at most five minutes. */
  seconds(): number;
}

export function stopwatch(): Stopwatch {
  let gathered = 0;
  let since: number | undefined;
  const go = () => {
    since = document.visibilityState === 'visible' ? performance.now() : undefined;
  };
  const running = () => (since === undefined ? 0 : (performance.now() - since) / 1000);
  document.addEventListener('visibilitychange', () => {
    gathered += running();
    go();
  });
  return {
    restart() {
      gathered = 0;
      go();
    },
    seconds: () => Math.min(mostSeconds, Math.round((gathered + running()) * 10) / 10),
  };
}

/** "2:05" */
export function clockTime(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
