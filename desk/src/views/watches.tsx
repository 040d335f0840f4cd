export function WatchesView() {
  return null;
}
