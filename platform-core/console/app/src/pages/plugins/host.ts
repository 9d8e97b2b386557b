import * as elementPlus from 'element-plus';
import * as vue from 'vue';
import type { Component } from 'vue';
import { call } from '../../http';
import type { Locale } from '../../texts';

/** What a plugin's page gets from the console. docs/rest-api.md promises it to third parties: only add to it. */
export interface Host {
  vue: typeof vue;
  elementPlus: typeof elementPlus;
  /** Code of the site that the page is for. */
  site: string;
  locale: Locale;
  /** Calls a path of the plugin on this site with session and CSRF token; throws the problem on refusal. */
  api: <T>(method: string, path: string, body?: unknown) => Promise<T>;
}

export type PageMaker = (host: Host) => Component | Promise<Component>;

export function hostFor(plugin: string, site: string, locale: Locale): Host {
  const base = `/plugins/${plugin}/sites/${site}/`;
  return { vue, elementPlus, site, locale, api: (method, path, body) => call(method, base + path.replace(/^\/+/, ''), { body }) };
}

/** Brings the plugin's module and makes its page. A browser remembers a failure by address, so a later attempt has its own. */
export async function loadPage(module: string, host: Host, attempt = 0): Promise<Component> {
  const address = attempt ? `${module}${module.includes('?') ? '&' : '?'}attempt=${attempt}` : module;
  const { default: make } = (await import(/* @vite-ignore */ address)) as { default: PageMaker };
  if (typeof make !== 'function') throw new TypeError(`${module} has no default export that makes a page`);
  return make(host);
}
