/** The reviews of articles: their routes, the people who make them, and publishing when the time has come. */
package org.jutong.sitegroup.internal.review;
