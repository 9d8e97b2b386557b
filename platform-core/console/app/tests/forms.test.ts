import { expect, it, vi } from 'vitest';
import { nextTick, reactive } from 'vue';
import type { Problem } from '../src/api';
import { useForm } from '../src/forms';

const refusing = (problem: Partial<Problem>) => () => Promise.reject({ status: 400, code: 'x', title: '不行。', ...problem });

it('is not sent while a check has something to say', async () => {
  const form = useForm(['name', 'code']);
  const action = vi.fn();
  expect(await form.send({ name: '请填写。', code: false }, action)).toBe(false);
  expect(action).not.toHaveBeenCalled();
  expect(form.errors).toEqual({ name: '请填写。' });
});

it('puts a refusal beside its field, by the field’s name or by what the code is known to be about', async () => {
  const form = useForm(['password', 'code'], { wrong_password: 'password' });
  await form.send({}, refusing({ field: 'code' }));
  expect([form.errors, form.failure]).toEqual([{ code: '不行。' }, '']);
  await form.send({}, refusing({ code: 'wrong_password' }));
  expect([form.errors, form.failure]).toEqual([{ password: '不行。' }, '']);
});

it('says anything else above the form, and forgets it at the next attempt', async () => {
  const form = useForm(['name']);
  await form.send({}, refusing({ field: 'elsewhere' }));
  expect([form.errors, form.failure, form.busy]).toEqual([{}, '不行。', false]);
  expect(await form.send({}, () => Promise.resolve())).toBe(true);
  expect(form.failure).toBe('');
});

it('forgets what is wrong with a field as soon as it changes', async () => {
  const typed = reactive({ name: '', code: '' });
  const form = useForm(['name', 'code'], {}, () => typed);
  await form.send({ name: '请填写。', code: '请填写。' }, vi.fn());
  typed.name = '陈立';
  await nextTick();
  expect(form.errors).toEqual({ code: '请填写。' });
});
