/** From an archive to the files in it: ZIP, 7z and TAR, one within another. Nothing here trusts what an archive says of itself. */
package org.signalup.intake.internal.archive;
