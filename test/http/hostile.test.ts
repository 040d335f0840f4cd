// Articles that mean harm: nothing of them runs or hangs, offsets stay right, and the rest goes on.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const good = 'Russia delivered missiles to Iran on Thursday.';

async function sendFile(name: string, payload: string | Buffer) {
  const reply = await desk.app.inject({
    method: 'POST',
    url: `/api/ingest/file?name=${encodeURIComponent(name)}`,
    headers: { host: 'localhost' },
    payload,
  });
  expect(reply.statusCode).toBe(202);
  return desk.desk.jobs.finished(reply.json().job);
}

const entityBomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, at) => `<!ENTITY a${at} "${`&a${at === 0 ? '' : at - 1};`.repeat(10)}">`).join('')}]><rss version="2.0"><channel><item><title>&a19;</title><description>${good}</description></item></channel></rss>`;
const outside = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>t</title><item><title>&x;</title><description>${good}</description></item></channel></rss>`;

describe('hostile articles', () => {
  it.each([
    [
      'script.html',
      `<title><script>alert(1)</script></title><h1><img src=x onerror=alert(1)>Arms</h1><p><a href="javascript:alert(1)">${good}</a></p><svg onload=alert(1)><text>x</text></svg>`,
    ],
    ['bidi.txt', `\u202eArms\u202c for Iran\n\n${good}\u0000\u0007\u2066\ud800`],
    ['deep.html', `${'<div>'.repeat(20_000)}${good}${'</div>'.repeat(20_000)}`],
    ['bomb.xml', entityBomb],
    ['outside.xml', outside],
    ['long-line.txt', `${good} ${'a'.repeat(300_000)}`],
    ['broken.jsonl', `{"text": "${good}"\n{"text": ${JSON.stringify(good)}}`],
    ['binary.bin', Buffer.from([0, 1, 2, 3, 255, 254, 0, 0, 7, 7, 7, 7])],
  ])('%s does no harm', async (name, payload) => {
    const job = await sendFile(name, payload);
    expect(job.state).toBe('done');
    const all = JSON.stringify(await Promise.all(job.articles.map((id) => desk.store.article(id))));
    expect(all).not.toMatch(/root:x:0|alert\(1\)|javascript:/);
    for (const id of job.articles) {
      const { document, events } = (await desk.store.article(id))!;
      for (const { evidence } of events)
        expect(document.text.slice(evidence.start, evidence.end)).toBe(evidence.text);
      expect(document.text).not.toContain('\u0000');
    }
  });

  it('of 50 MB are read and bounded while others are answered', async () => {
    const sending = sendFile('huge.txt', Buffer.from(`${good} `.repeat(1_100_000)));
    expect((await desk.get('/api/health')).status).toBe(200);
    const job = await sending;
    expect(job.state).toBe('done');
  }, 180_000);

  it('leave the desk at work', async () => {
    const { body } = await desk.send('POST', '/api/ingest', {
      items: [{ text: 'China and Japan held talks in Tokyo.', published: '2024-06-21' }],
    });
    expect(await desk.desk.jobs.finished(body.job)).toMatchObject({
      state: 'done',
      articles: [expect.any(String)],
    });
  });
});
