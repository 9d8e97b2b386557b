import { afterEach, expect, it, vi } from 'vitest';
import { editing } from '../src/pages/articles/editing';

const stored = { id: 7, owner: '1', title: '题', source: '报', author: '', body: '<p>文</p>', column: 'news', state: 'draft', version: 3, url: '/', published: '2017-07-21T08:22:00+08:00' };

function serve(...answers: [number, unknown][]) {
  const requests: { method: string; path: string; body: Record<string, unknown> }[] = [];
  vi.stubGlobal('fetch', async (path: string, { method, body }: RequestInit) => {
    requests.push({ method: method!, path, body: body ? JSON.parse(String(body)) : undefined });
    const [status, content] = answers.shift()!;
    return new Response(JSON.stringify(content), { status });
  });
  return requests;
}

afterEach(() => vi.unstubAllGlobals());

it('creates once, then revises the version it saw', async () => {
  const requests = serve([201, stored], [200, { ...stored, version: 4 }]);
  const desk = editing('5200000001');
  Object.assign(desk.form, { title: '题', source: '报', column: 'news', body: '<p>文</p>' });
  await desk.save();
  desk.form.title = '新题';
  expect(desk.changed.value).toBe(true);
  await desk.save();
  expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /api/v1/sites/5200000001/articles', 'PUT /api/v1/articles/7']);
  expect(requests[1]!.body).toMatchObject({ title: '新题', version: 3, published: '2017-07-21T08:22:00+08:00' });
  expect(desk.changed.value).toBe(false);
});

it('names all empty fields at once, without asking the server', async () => {
  const requests = serve();
  const desk = editing('1');
  await expect(desk.save()).rejects.toMatchObject({ code: 'fields_missing' });
  expect(Object.keys(desk.errors).sort()).toEqual(['body', 'column', 'source', 'title']);
  expect(requests).toEqual([]);
});

it('puts a refusal beside its field', async () => {
  serve([200, stored], [400, { code: 'title_too_long', title: '标题太长。', field: 'title' }]);
  const desk = editing('1');
  await desk.open('7');
  await expect(desk.save()).rejects.toMatchObject({ code: 'title_too_long' });
  expect(desk.errors).toEqual({ title: '标题太长。' });
});

it('saves before submitting only what changed', async () => {
  const requests = serve([200, stored], [200, { ...stored, state: 'in_review' }]);
  const desk = editing('1');
  await desk.open('7');
  await desk.submit('at', '2026-12-01 09:00:00');
  expect(requests.map(({ path }) => path)).toEqual(['/api/v1/articles/7', '/api/v1/articles/7/submission']);
  expect(requests[1]!.body).toEqual({ version: 3, publish: 'at', at: '2026-12-01T09:00:00+08:00' });
});

it('leaves alone the time that readers saw', async () => {
  const requests = serve([200, { ...stored, state: 'published' }], [200, { ...stored, state: 'published', version: 4 }]);
  const desk = editing('1');
  await desk.open('7');
  desk.form.title = '改正';
  await desk.save();
  expect(requests[1]!.body).not.toHaveProperty('published');
});

it('after a conflict saves what was chosen, on the newer version', async () => {
  const requests = serve([200, stored], [409, { code: 'version_conflict', title: '冲突' }], [200, { ...stored, title: '别人的', version: 9 }], [200, { ...stored, version: 10 }]);
  const desk = editing('1');
  await desk.open('7');
  desk.form.title = '我的';
  await desk.save().catch(() => {});
  const theirs = await desk.theirs();
  await desk.merge(theirs, { title: '我的', source: theirs.source });
  expect(requests.at(-1)!.body).toMatchObject({ title: '我的', version: 9 });
});

it('puts what the linter refuses beside the fields', async () => {
  const title = '“国办发[2017]47号”不符合发文字号格式。';
  serve([200, stored], [422, { code: 'lint_failed', title: '未予发布', errors: [{ code: 'document-number', title, field: 'document-number', source: 'GB/T 9704' }] }]);
  const desk = editing('1');
  await desk.open('7');
  await expect(desk.submit('at_once')).rejects.toMatchObject({ code: 'lint_failed' });
  expect(desk.errors).toEqual({ documentNumber: title });
});
