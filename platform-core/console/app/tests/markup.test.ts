import { expect, it } from 'vitest';
import { plainMarkup } from '../src/pages/articles/markup';

it('leaves out styles, scripts and handlers and nothing else', () => {
  const pasted = `<style>p{color:red}</style><p style="a:b" class='c'>甲<img src="x.png" onerror=alert(1)><script>x()</script></p>`;
  expect(plainMarkup(pasted)).toBe(`<p class='c'>甲<img src="x.png"></p>`);
  expect(plainMarkup('<p>样式 style="x" 不在标签里的 onclick</p>')).toContain('不在标签里的 onclick');
});
