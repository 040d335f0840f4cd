// Draws an Observable Plot as a React child. Marks with an `href` are links into the desk: a click stays in the page.
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { colourOf, useIsDark } from '../theme.ts';

type Props = { label: string; draw: (width: number) => Element; className?: string };

export function Chart({ label, draw, className = 'chart' }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const router = useRouter();
  const isDark = useIsDark();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawing reads the theme's colours
  useEffect(() => {
    const node = place.current;
    if (node === null) return;
    let width = 0;
    const redraw = () => {
      const next = Math.floor(node.clientWidth - 26);
      if (next === width || next < 50) return;
      width = next;
      const plot = draw(width);
      // Its own style element would be refused by the page's policy; views.css has what it says.
      for (const style of plot.querySelectorAll('style')) style.remove();
      plot.setAttribute('role', 'group');
      plot.setAttribute('aria-label', label);
      // Plot names its groups and marks, but a name wants a role.
      for (const group of plot.querySelectorAll('g[aria-label]:not([role])'))
        group.setAttribute('role', 'group');
      for (const mark of plot.querySelectorAll(':is(path, rect)[aria-label]:not([role])'))
        mark.setAttribute('role', 'img');
      node.replaceChildren(plot);
    };
    const observer = new ResizeObserver(redraw);
    observer.observe(node);
    redraw();
    const click = (event: MouseEvent) => {
      const link = (event.target as Element).closest('a');
      const address =
        link?.getAttribute('href') ?? link?.getAttributeNS('http://www.w3.org/1999/xlink', 'href');
      if (address == null || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      router.history.push(address);
    };
    node.addEventListener('click', click);
    return () => {
      observer.disconnect();
      node.removeEventListener('click', click);
    };
  }, [draw, label, router, isDark]);
  return <div ref={place} className={className} />;
}

/** How every drawing is dressed: in the page's ink and type, on no ground of its own. */
export function plotStyle() {
  return {
    background: 'transparent',
    color: colourOf('--ink'),
    fontFamily: colourOf('--sans'),
    fontSize: '12px',
    overflow: 'visible',
  };
}
