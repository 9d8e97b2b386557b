import { t } from '../../texts';

// Most browsers also name the ones they descend from; the youngest name stands first here.
const BROWSERS: [RegExp, string][] = [
  [/Edg(?:e|A|iOS)?\/([\d]+)/, 'Edge'],
  [/QQBrowser\/([\d]+)/, 'QQ Browser'],
  [/360SE|QIHU/, '360'],
  [/MicroMessenger\/([\d]+)/, 'WeChat'],
  [/Firefox\/([\d]+)/, 'Firefox'],
  [/Chrome\/([\d]+)/, 'Chrome'],
  [/Version\/([\d]+).*Safari/, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** A browser in words that its owner recognises, from what it says about itself. */
export function browser(agent: string | undefined): string {
  const found = BROWSERS.find(([sign]) => sign.test(agent ?? ''));
  const system = SYSTEMS.find(([sign]) => sign.test(agent ?? ''))?.[1];
  if (!found) return agent?.slice(0, 40) || t('sessions.unknown');
  const version = found[0].exec(agent!)?.[1];
  return [[found[1], version].filter(Boolean).join(' '), system].filter(Boolean).join(' · ');
}
