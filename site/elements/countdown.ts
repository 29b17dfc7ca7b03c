/** `<pp-countdown>`: days left until the loop, on the company's calendar. */

class Countdown extends HTMLElement {
  connectedCallback(): void {
    const { startsAt, asOf, timeZone, date } = this.dataset;
    const line = this.querySelector('.countdown');
    if (!startsAt || !timeZone || !date || !line) return;
    const here = asOf ?? new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date());
    const days = Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${here}T00:00:00Z`)) / 86_400_000);
    const big = document.createElement('strong');
    big.textContent = days > 1 ? String(days) : days === 1 ? 'Tomorrow' : days === 0 ? 'Today' : 'Done';
    const rest = document.createElement('span');
    const when = line.textContent?.trim() ?? '';
    rest.textContent = days > 1 ? `days left, until ${when}` : days >= 0 ? when : `the loop was on ${when}`;
    line.replaceChildren(big, ' ', rest);
  }
}

customElements.define('pp-countdown', Countdown);
