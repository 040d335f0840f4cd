// A small menu under a button: it closes at Escape, and when the focus or the pointer goes elsewhere.
import { type ReactNode, useEffect, useRef } from 'react';

export function Menu({ name, children }: { name: string; children: ReactNode }) {
  const place = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const leave = (event: Event) => {
      const node = place.current;
      if (node?.open === true && !node.contains(event.target as Node)) node.open = false;
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from any field inside
    <details
      ref={place}
      className="menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || place.current?.open !== true) return;
        event.stopPropagation();
        place.current.open = false;
        place.current.querySelector('summary')?.focus();
      }}
    >
      <summary>{name}</summary>
      <div className="menu-body">{children}</div>
    </details>
  );
}
