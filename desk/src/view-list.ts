// The desk's views in the masthead's order, with the letter that goes there after `g`.
export const views = [
  { to: '/read', name: 'Read', key: 'r', group: 'texts' },
  { to: '/events', name: 'Events', key: 'e', group: 'texts' },
  { to: '/statements', name: 'Statements', key: 't', group: 'texts' },
  { to: '/commitments', name: 'Commitments', key: 'c', group: 'texts' },
  { to: '/dyads', name: 'Dyads', key: 'd', group: 'pictures' },
  { to: '/network', name: 'Network', key: 'n', group: 'pictures' },
  { to: '/map', name: 'Map', key: 'm', group: 'pictures' },
  { to: '/check', name: 'Check', key: 'k', group: 'questions' },
  { to: '/what-if', name: 'What if', key: 'w', group: 'questions' },
  { to: '/watches', name: 'Watches', key: 'l', group: 'intake' },
  { to: '/sources', name: 'Sources', key: 's', group: 'intake' },
  { to: '/add', name: 'Add', key: 'a', group: 'intake' },
] as const;
