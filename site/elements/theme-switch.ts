/** `<pp-theme>`: light, dark, or as the system says. */

const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];
const words: Record<Theme, string> = {
  system: 'Theme: as the system',
  light: 'Theme: light',
  dark: 'Theme: dark',
};
const signs: Record<Theme, string> = { system: '◐', light: '○', dark: '●' };

function stored(): Theme {
  try {
    const value = localStorage.getItem('panelprep-theme');
    return themes.find((t) => t === value) ?? 'system';
  } catch {
    return 'system';
  }
}

function apply(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const button = document.createElement('button');
    button.type = 'button';
    let theme = stored();
    const draw = () => {
      apply(theme);
      button.textContent = signs[theme];
      button.setAttribute('aria-label', words[theme]);
      button.title = words[theme];
    };
    button.addEventListener('click', () => {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
      try {
        localStorage.setItem('panelprep-theme', theme);
      } catch {
        // Private windows may refuse; the choice then lasts for this page.
      }
      draw();
    });
    this.replaceChildren(button);
    draw();
  }
}

apply(stored());
customElements.define('pp-theme', ThemeSwitch);
