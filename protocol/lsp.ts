/** Our own LSP messages, beside the standard ones; both ends import them from here. */
import { NotificationType } from 'vscode-languageserver-protocol';
import type { Inventory } from '../komodo/inventory/inventory.ts';

/**
 * Client → server, whenever the connected Core or its names change: what the Core has, or null when none is connected.
 * The server never talks to a Core itself.
 */
export const inventoryChanged = new NotificationType<Inventory | null>('komodo/inventoryChanged');
