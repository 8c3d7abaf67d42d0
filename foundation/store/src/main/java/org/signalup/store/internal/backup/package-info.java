/** Writing and reading backups. */
package org.signalup.store.internal.backup;
