"""Where one comes in, and looks after how."""

from django.urls import include, path

from tett.entry.views import coming, inviting, outside, passkeys, security, steps, welcome

entry_patterns = [
    path("logg-inn/andre-trinn/", coming.second, name="second"),
    path("logg-inn/passnokkel/", passkeys.asked, name="passkey_asked"),
    path("logg-inn/passnokkel/inn/", passkeys.come_in, name="passkey_in"),
    path("logg-inn/glemt/", welcome.forgotten, name="forgotten"),
    path("logg-inn/med/<slug:provider>/", outside.leave, name="outside"),
    path("logg-inn/med/<slug:provider>/tilbake/", outside.back, name="back"),
    path("logg-ut/<slug:provider>/", coming.left, name="left"),
    path("velkommen/", welcome.welcome, name="welcome"),
    path("velkommen/passnokkel/", welcome.passkey_asked, name="welcome_asked"),
    path("velkommen/passnokkel/ny/", welcome.passkey_made, name="welcome_made"),
    path("meg/innlogging/", security.security, name="security"),
    path("meg/innlogging/to-trinn/", security.set_up, name="set_up"),
    path("meg/innlogging/app/", security.app, name="app"),
    path("meg/innlogging/app/fjern/", security.app_off, name="app_off"),
    path("meg/innlogging/koder/", security.codes, name="codes"),
    path("meg/innlogging/koder/nye/", security.codes_new, name="codes_new"),
    path("meg/innlogging/koder/ferdig/", security.codes_kept, name="codes_kept"),
    path("meg/innlogging/passord/", security.password, name="password"),
    path("meg/innlogging/steder/avslutt/", security.visits_end, name="visits_end"),
    path("meg/innlogging/steder/<str:public_id>/avslutt/", security.visit_end, name="visit_end"),
    path("meg/innlogging/passnokkel/ny/", passkeys.new, name="passkey_new"),
    path("meg/innlogging/passnokkel/spor/", passkeys.asked_new, name="passkey_asked_new"),
    path("meg/innlogging/passnokkel/legg-til/", passkeys.add, name="passkey_add"),
    path("meg/innlogging/passnokkel/<str:public_id>/navn/", passkeys.rename, name="passkey_rename"),
    path("meg/innlogging/passnokkel/<str:public_id>/fjern/", passkeys.remove, name="passkey_remove"),
    path("meg/innlogging/bekreft/", steps.again, name="prove"),
    path("meg/innlogging/bekreft/passnokkel/", steps.passkey_asked, name="prove_asked"),
    path("meg/innlogging/bekreft/passnokkel/svar/", steps.passkey_shown, name="prove_shown"),
    path("meg/innlogging/bekreft/ferdig/", steps.done, name="prove_done"),
    path("meg/innlogging/fortsett/", steps.resume, name="resume"),
    path("skolen/invitasjoner/", inviting.groups, name="invitations"),
    path("skolen/invitasjoner/<str:key>/", inviting.group, name="group"),
    path("skolen/invitasjoner/<str:key>/inviter/", inviting.invite, name="invite"),
    path("skolen/invitasjoner/<str:key>/lapper/", inviting.slips, name="slips"),
    path("skolen/innlogging/<str:public_id>/", inviting.help_in, name="help"),
    path("skolen/innlogging/<str:public_id>/inviter/", inviting.invite_one, name="invite_one"),
    path("skolen/innlogging/<str:public_id>/lapp/", inviting.slip, name="slip"),
    path("skolen/innlogging/<str:public_id>/ny-vei/", inviting.way_in, name="way_in"),
    path("skolen/innlogging/<str:public_id>/nullstill/", inviting.reset, name="reset"),
    path("skolen/innlogging/<str:public_id>/steng/", inviting.turn, name="turn"),
]

urlpatterns = [
    path("", include((entry_patterns, "entry"))),
    path("logg-inn/", coming.log_in, name="login"),
    path("logg-ut/", coming.log_out, name="logout"),
]
