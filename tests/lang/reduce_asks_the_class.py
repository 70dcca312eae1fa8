# What an object is made with is asked of its class: instances that make up
# attributes, or have some of their own, are reduced all the same.
class Endless:
    def __getattr__(self, name):
        return getattr(self, name + "x")


class Own:
    pass


own = Own()
own.__getnewargs__ = own.__getnewargs_ex__ = None
for protocol in 2, 3, 4:
    print(Endless().__reduce_ex__(protocol)[1:3])
    print(own.__reduce_ex__(protocol)[1:3])
