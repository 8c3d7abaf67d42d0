/** Files on disk, rows in the database, and the work between them. */
package org.signalup.upload.internal;
