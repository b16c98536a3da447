// The life of one order as commands, for the examples beside this file.

const eur = (amount) => ({ amount, currency: 'EUR' });
const bands = [
  { upTo: 1_000, price: eur('3.90') },
  { upTo: 5_000, price: eur('5.90') },
];

/** What the merchant has: a mug, two warehouses, one carrier. */
export const setUp = [
  { type: 'put_sku', sku: { id: 'mug', category: 'kitchen', weight: 350, cost: eur('4.00') } },
  { type: 'put_node', node: { id: 'berlin', location: { latMicro: 52_520_000, lonMicro: 13_405_000 } } },
  { type: 'put_node', node: { id: 'munich', location: { latMicro: 48_137_000, lonMicro: 11_575_000 } } },
  { type: 'receive_stock', sku: 'mug', node: 'berlin', quantity: 10 },
  { type: 'receive_stock', sku: 'mug', node: 'munich', quantity: 10 },
  {
    type: 'put_rate_card',
    card: {
      carrier: 'post',
      service: 'parcel',
      currency: 'EUR',
      zones: { type: 'distance', bands: [{ upToKm: 300, zone: 'near' }, { zone: 'far' }] },
      rates: [
        { zone: 'near', transitDays: 1, tariff: { bands } },
        { zone: 'far', transitDays: 2, tariff: { bands } },
      ],
    },
  },
].map((action, at) => ({ id: `setup-${at}`, tenant: 'acme', at: '2026-11-11T08:00:00Z', action }));

/** What a buyer in Hamburg wants: two mugs. */
const draft = {
  channel: 'web',
  channelOrderId: '1001',
  placedAt: '2026-11-11T09:00:00Z',
  currency: 'EUR',
  shipTo: {
    name: 'Ada Lovelace',
    country: 'DE',
    city: 'Hamburg',
    postalCode: '20095',
    lines: ['Jungfernstieg 1'],
    location: { latMicro: 53_551_000, lonMicro: 9_993_000 },
  },
  lines: [{ id: '1', sku: 'mug', quantity: 2, unitPrice: eur('12.50') }],
  shipping: eur('4.90'),
  promiseBy: '2026-11-14T00:00:00Z',
};
const payment = { id: 'p-1', kind: 'captured', method: 'card', amount: eur('29.90'), at: '2026-11-11T09:01:00Z' };

/** Placed, paid, reviewed, allocated, released, shipped, tracked. */
export const life = [
  ['2026-11-11T09:00:00Z', { type: 'place_order', order: 'o-1', draft }],
  ['2026-11-11T09:01:00Z', { type: 'record_payment', order: 'o-1', payment }],
  ['2026-11-11T09:02:00Z', { type: 'review_order', order: 'o-1' }],
  ['2026-11-11T09:03:00Z', { type: 'allocate_order', order: 'o-1', strategy: 'greedy_cost' }],
  ['2026-11-11T10:00:00Z', { type: 'release_order', order: 'o-1' }],
  [
    '2026-11-11T15:00:00Z',
    {
      type: 'ship_order',
      order: 'o-1',
      shipment: 's-1',
      node: 'berlin',
      carrier: { type: 'choose', strategy: 'cheapest_within_promise' },
      parcels: [{ id: '1', trackingNumber: 'JJD0001' }],
    },
  ],
  [
    '2026-11-12T12:00:00Z',
    {
      type: 'record_tracking',
      shipment: 's-1',
      parcels: [{ parcel: '1', events: [{ at: '2026-11-12T11:30:00Z', status: 'delivered' }] }],
    },
  ],
].map(([at, action], number) => ({ id: `o-1-${number}`, tenant: 'acme', at, action }));
