/** What Core says of itself. */
import { version } from '../core.ts';
import { coreTimezone } from '../store/schedules.ts';
import type { Reads } from './index.ts';
import { defaultLimit } from './page.ts';

export const infoReads: Reads = {
  GetVersion: () => ({ version }),
  GetCoreInfo: (core) => ({
    title: 'Komodo sandbox',
    monitoring_interval: '5-sec',
    webhook_base_url: core.url,
    transparent_mode: false,
    ui_write_disabled: false,
    disable_non_admin_create: false,
    disable_confirm_dialog: false,
    disable_websocket_reconnect: false,
    enable_fancy_toml: false,
    timezone: coreTimezone,
    public_key: '',
    default_pagination_limit: defaultLimit,
  }),
};
