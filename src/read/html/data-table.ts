// Tells a table of figures, which is not coded, from a table that only lays out a page.
import { cleanLine } from '../clean-text.ts';
import type { DomElement, DomNode } from './dom.ts';

const longestCell = 150;

/** The rows of a table of data, cells between bars; null when its cells hold paragraphs or other tables. */
export function tableRows(table: DomElement): string[] | null {
  const rows: string[][] = [];
  const walk = (node: DomNode): boolean => {
    if (node.nodeType !== 1) return true;
    const name = (node as DomElement).tagName.toLowerCase(); // nodeType 1 is an element
    if (name === 'table' && node !== table) return false;
    if (name === 'td' || name === 'th') {
      const text = cleanLine(node.textContent ?? '');
      if (rows.length === 0) rows.push([]);
      rows.at(-1)!.push(text);
      return text.length <= longestCell;
    }
    if (name === 'tr') rows.push([]);
    for (const child of node.childNodes) if (!walk(child)) return false;
    return true;
  };
  if (!walk(table) || rows.every((cells) => cells.length < 2)) return null;
  return rows.map((cells) => cells.filter((cell) => cell !== '').join(' | ')).filter((row) => row !== '');
}
