import { describe, expect, it } from 'vitest';
import { filled, isMissing, type Setting } from '../src/pages/channels/channels';

const address: Setting = { key: 'address', title: 'Address', secret: false, required: true };
const secret: Setting = { key: 'secret', title: 'Secret', secret: true, required: true };
const relay: Setting = { key: 'relay', title: 'Relay', secret: false, required: false };

describe('what is filled in for a channel', () => {
  it('is sent without blanks, and without what belongs to another kind', () => {
    expect(filled([address, secret, relay], { address: ' https://a.example ', secret: '', relay: ' ', other: 'x' })).toEqual({ address: 'https://a.example' });
  });

  it('lacks what is required, but for a secret that is kept', () => {
    expect(isMissing(address, { address: ' ' }, ['address'])).toBe(true);
    expect(isMissing(secret, {}, [])).toBe(true);
    expect(isMissing(secret, {}, ['secret'])).toBe(false);
    expect(isMissing(relay, {}, [])).toBe(false);
  });
});
