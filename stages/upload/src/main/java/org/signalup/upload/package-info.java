/**
 * 上传: files that people bring, looked at first, corrected if need be, and taken into the lake when somebody says so. Starting points:
 * {@link org.signalup.upload.Uploads}, {@link org.signalup.upload.UploadWorker}.
 */
package org.signalup.upload;
