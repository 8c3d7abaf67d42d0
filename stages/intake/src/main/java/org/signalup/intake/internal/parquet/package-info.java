/**
 * A small writer of flat Parquet files: small pages, no compression, dictionaries for texts. It exists
 * because putting fifty columns row by row into an engine costs ten times what reading the file did.
 */
package org.signalup.intake.internal.parquet;
