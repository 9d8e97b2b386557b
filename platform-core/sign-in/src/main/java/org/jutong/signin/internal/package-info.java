/** Signing in by an OpenID Connect provider or an LDAP directory. */
package org.jutong.signin.internal;
