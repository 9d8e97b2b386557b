/** The browser's way to the provider and back. */
package org.jutong.signin.internal.rest;
