// Light or dark: the system's choice until the reader makes one, which this browser then remembers.
import { useSyncExternalStore } from 'react';

export type Theme = 'system' | 'light' | 'dark';
const key = 'casus-theme';
const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function readTheme(): Theme {
  const kept = localStorage.getItem(key);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

/** Dresses the page as the reader last chose; called once, before anything is drawn. */
export function startTheme(): void {
  const theme = readTheme();
  if (theme !== 'system') document.documentElement.dataset.theme = theme;
}

export function setTheme(theme: 'light' | 'dark'): void {
  document.documentElement.dataset.theme = theme;
  localStorage.setItem(key, theme);
  for (const listener of listeners) listener();
}

/** What the page looks like now; pictures that are drawn with colours are drawn again when it changes. */
export function useIsDark(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      system.addEventListener('change', listener);
      return () => {
        listeners.delete(listener);
        system.removeEventListener('change', listener);
      };
    },
    () => {
      const theme = readTheme();
      return theme === 'dark' || (theme === 'system' && system.matches);
    },
  );
}

/** The value of a colour of the style sheet, for what is drawn by script. */
export function colourOf(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
